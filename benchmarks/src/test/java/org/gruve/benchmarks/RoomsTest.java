package org.gruve.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import org.openjdk.jmh.annotations.State;

/** The borders between rooms that docs/architecture.md draws. */
@AnalyzeClasses(
    packages = "org.gruve",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      RoomsTest.NoTestJars.class,
      RoomsTest.NothingOfJmh.class
    })
final class RoomsTest {

  /** The fixtures of other modules come in a jar of their own. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar") && !location.contains("/test-classes/");
    }
  }

  /** What JMH's processor writes keeps its own style. */
  static final class NothingOfJmh implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/jmh_generated/");
    }
  }

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.gruve.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule coreNeedsNobody =
      noClasses()
          .that()
          .resideInAPackage("org.gruve.core..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "org.gruve.core..", "java..", "org.jspecify..", "org.bouncycastle..");

  @ArchTest
  static final ArchRule bouncyCastleHashesAndVerifiesInCore =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.gruve.core.hash..", "org.gruve.core.script..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule libsecp256k1IsReachedInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.gruve.kernels.secp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fr.acinq..");

  @ArchTest
  static final ArchRule rulesKnowNoClockThreadFileOrLogger =
      noClasses()
          .that()
          .resideInAPackage("org.gruve.core..")
          .and()
          .resideOutsideOfPackage("org.gruve.core.mine..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, Clock.class, System.Logger.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging..")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule kernelsAndStratumDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage("org.gruve.kernels..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.gruve.stratum..", "org.gruve.pool..", "org.gruve.cli..", "io.netty..");

  @ArchTest
  static final ArchRule stratumOpensNoSocket =
      noClasses()
          .that()
          .resideInAPackage("org.gruve.stratum..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.gruve.kernels..",
              "io.netty.bootstrap..",
              "io.netty.channel.socket..",
              "java.net..");

  @ArchTest
  static final ArchRule theVectorModuleIsUsedByVectorKernelsAlone =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Vector")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator.vector..");

  /**
   * A foreign call can end the process, so few may make one: machine code, NVML, which has no other
   * way in, and the way out past a driver that hangs, which Java has not.
   */
  @ArchTest
  static final ArchRule foreignFunctionsAreCalledByFew =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.gruve.kernels.x86..", "org.gruve.kernels.telemetry..")
          .and()
          .doNotHaveFullyQualifiedName("org.gruve.cli.SharpExit")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.foreign.Linker");

  @ArchTest
  static final ArchRule driversOfNvidiaAreReachedInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.gruve.kernels.cuda..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jcuda..");

  @ArchTest
  static final ArchRule driversOfOpenClAreReachedInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.gruve.kernels.opencl..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jocl..");

  @ArchTest
  static final ArchRule driversDoNotKnowEachOther =
      slices().matching("org.gruve.kernels.(opencl|cuda)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule whatGpusHaveInCommonKnowsNoDriver =
      noClasses()
          .that()
          .resideInAnyPackage("org.gruve.kernels.gpu..", "org.gruve.kernels.header..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.gruve.kernels.opencl..", "org.gruve.kernels.cuda..");

  /** The runtime API and NVRTC need libraries that belong to one release of CUDA. */
  @ArchTest
  static final ArchRule ofJCudaOnlyTheDriverApiIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jcuda.runtime..", "jcuda.nvrtc..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.gruve.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyItsBenchmarksKnowJmh =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.gruve.benchmarks.jmh..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.openjdk..");

  @ArchTest
  static final ArchRule deadlinesComeFromTimers =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.netty.handler.timeout..");

  /**
   * But for what others' interfaces ask for, and for the rules, which keep Bitcoin Core's names.
   */
  @ArchTest
  static final ArchRule accessorsHaveNoGetPrefix =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("org.gruve.core.check..")
          .and()
          .arePublic()
          .should()
          .haveNameNotMatching("get(?!As(Int|Long|Double)$|Version$|AcceptedIssuers$)[A-Z].*");

  /** But for benchmarks, which JMH extends. */
  @ArchTest
  static final ArchRule classesAreFinalOrSealedByDesign =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotAnnotatedWith(State.class)
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .orShould()
          .haveModifier(JavaModifier.ABSTRACT);
}
