package org.gruve.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Signals of the operating system. A shutdown hook could not tell a first Ctrl-C from a second, nor
 * choose the exit code, so this uses jdk.unsupported's {@code sun.misc.Signal}; by reflection,
 * since javac warns of that class without a way to accept it. Where a JVM lacks it, signals keep
 * their usual meaning.
 */
final class Signals {
  private Signals() {}

  /** Runs {@code first} at the first Ctrl-C or {@code kill -TERM}, {@code second} at the next. */
  static void onStop(Runnable first, Runnable second) {
    AtomicBoolean again = new AtomicBoolean();
    Runnable either = () -> (again.getAndSet(true) ? second : first).run();
    handle("INT", either);
    handle("TERM", either);
  }

  /** Runs a task at a signal, on a thread of the JVM; nothing where the signal is not known. */
  static void handle(String name, Runnable task) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      MethodHandle run =
          MethodHandles.lookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
              .bindTo(task);
      Object proxy =
          MethodHandleProxies.asInterfaceInstance(
              handler, MethodHandles.dropArguments(run, 0, signal));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      // Windows knows no WINCH, and -Xrs leaves no signal to us: then the default action stays.
      return;
    }
  }
}
