package org.gruve.kernels;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gruve.core.block.BlockHeader;

/** Headers of Bitcoin's main chain, from its first block to version-rolled ones. */
final class RealHeaders {
  private RealHeaders() {}

  static List<BlockHeader> all() {
    return Stream.of(
            // 0
            "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd"
                + "7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c",
            // 1
            "010000006fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000982051fd"
                + "1e4ba744bbbe680e1fee14677ba1a3c3540bf7b1cdb606e857233e0e61bc6649ffff001d01e36299",
            // 170
            "0100000055bd840a78798ad0da853f68974f3d183e2bd1db6a842c1feecf222a00000000ff104ccb"
                + "05421ab93e63f8c3ce5c2c2e9dbb37de2764b3a3175c8166562cac7d51b96a49ffff001d283e9e70",
            // 125552
            "0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000e320b6c2"
                + "fffc8d750423db8b1eb942ae710e951ed797f7affc8892b0f1fc122bc7f5d74df2b9441a42a14695",
            // 211680
            "0100000013abd6acfd045067b35b896d2c0e71e5b988ca48ec4655faa102000000000000d41bac55"
                + "0f13c16f85fc05f96ec9351247561d7885e212591591edbe557e64a1f523c65062fa041a8c4c42ee",
            // 481824
            "02000020801b81629334be8e7af5ebfb9df09c18e1f833b5f0efcb00000000000000000040d1ca07"
                + "7fefe7fb797711baa0c063eca9b8ed9469ae0128982b44ad0c25386491329e59e93c011822ff5422",
            // 699552
            "04e0ff3f63be4a8e0848ec3176793524d1ef48e3258ea370cb19000000000000000000009dc57d60"
                + "58cf849912b0cc6ad14830a202461d397a7eb49af996ae05b519ba0b35043861e4480f17c0accd15",
            // 822528 with every bit that may be rolled
            "00e0ff3f82f7aacf60fac3873b0beade61d0701639090ae5f47800000000000000000000acbc1b33"
                + "81c671b2b7753bb2252d3ebd6900486ec8153ceb10e954a86e3f9e1468788665b3e80317f5171649",
            // 823441
            "0060d8324afc382f70af5811bf248d52349c020952a992592d8a03000000000000000000689d3431"
                + "a7703dd9d55e4a4d6d07dc9896b4221756578b0a6b20a514bdb864b979f58e65b3e80317593ac023",
            // 825000
            "00e0d020f6d6008880ac145009739b2833412709addcdb255aba010000000000000000000da95423"
                + "33c185a8add906acda78de91617a580d5cb8ee16fb74204d0401026092449d6569d803176c52eb4e",
            // 827159 and a nonce near the last
            "00006020588f4e38fd3dd8ec646daf0a53f62279fdd1553110fb0300000000000000000024e55284"
                + "873f9ff5ac3507c543371f95171b6db96cf8ad494b7edd9bad51f727c12eb1655a0004176989ffff",
            // 829337 and one near the first
            "00c00020377e4e01b505bb86fd2d8351d7e6bb020a08e1a67d270200000000000000000070ae14b8"
                + "1b372b359f3c810818ed647c87e054e8cae22b984b5b7ab4edfc2d0f9d46c3655dba031740c20300",
            // 830000
            "0080ee2578a3104f1a64159e5a953a4a1015795a1e66894bf7c00200000000000000000070adb2fd"
                + "1ac9b017ea1a2e66457af0514dfbae502efd20473e6e77c2d4cf568a410fc9655dba0317403497a1")
        .map(hex -> BlockHeader.parse(HexFormat.of().parseHex(hex)))
        .toList();
  }
}
