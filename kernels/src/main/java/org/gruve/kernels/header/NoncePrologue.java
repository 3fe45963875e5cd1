package org.gruve.kernels.header;

import javax.annotation.processing.Generated;

/** What all nonces of a header share; see HeaderHash, from which it is generated. */
@Generated("org.gruve.kernels.generate.KernelGenerator")
public final class NoncePrologue {
  /** How many words it yields. */
  public static final int WORDS = 26;

  private NoncePrologue() {}

  /** Takes a midstate, the last words before the nonce, and the nonce; fills every step-th word. */
  public static void into(int[] in, int[] out, int at, int step) {
    int in0 = in[0];
    int in1 = in[1];
    int in2 = in[2];
    int in3 = in[3];
    int in4 = in[4];
    int in5 = in[5];
    int in6 = in[6];
    int in7 = in[7];
    int in8 = in[8];
    int in9 = in[9];
    int in10 = in[10];
    int pt0 = 0x428a2f98 + (Integer.rotateRight(in4, 6) ^ Integer.rotateRight(in4, 11) ^ Integer.rotateRight(in4, 25)) + (in6 ^ (in4 & (in5 ^ in6))) + in8 + in7;
    int pe0 = pt0 + in3;
    int pa0 = pt0 + (Integer.rotateRight(in0, 2) ^ Integer.rotateRight(in0, 13) ^ Integer.rotateRight(in0, 22)) + ((in0 & in1) | (in2 & (in0 | in1)));
    int pt1 = 0x71374491 + (Integer.rotateRight(pe0, 6) ^ Integer.rotateRight(pe0, 11) ^ Integer.rotateRight(pe0, 25)) + (in5 ^ (pe0 & (in4 ^ in5))) + in9 + in6;
    int pe1 = pt1 + in2;
    int pa1 = pt1 + (Integer.rotateRight(pa0, 2) ^ Integer.rotateRight(pa0, 13) ^ Integer.rotateRight(pa0, 22)) + ((pa0 & in0) | (in1 & (pa0 | in0)));
    int pt2 = 0xb5c0fbcf + (Integer.rotateRight(pe1, 6) ^ Integer.rotateRight(pe1, 11) ^ Integer.rotateRight(pe1, 25)) + (in4 ^ (pe1 & (pe0 ^ in4))) + in10 + in5;
    int pe2 = pt2 + in1;
    int pa2 = pt2 + (Integer.rotateRight(pa1, 2) ^ Integer.rotateRight(pa1, 13) ^ Integer.rotateRight(pa1, 22)) + ((pa1 & pa0) | (in0 & (pa1 | pa0)));
    int sum0 = 0xe9b5dba5 + (Integer.rotateRight(pe2, 6) ^ Integer.rotateRight(pe2, 11) ^ Integer.rotateRight(pe2, 25)) + (pe0 ^ (pe2 & (pe1 ^ pe0))) + in4;
    int sum1 = sum0 + in0;
    int sum2 = sum0 + (Integer.rotateRight(pa2, 2) ^ Integer.rotateRight(pa2, 13) ^ Integer.rotateRight(pa2, 22)) + ((pa2 & pa1) | (pa0 & (pa2 | pa1)));
    int sum3 = 0xb956c25b + pe0;
    int sum4 = 0x59f111f1 + pe1;
    int sum5 = 0x923f82a4 + pe2;
    int pw16 = (Integer.rotateRight(in9, 7) ^ Integer.rotateRight(in9, 18) ^ (in9 >>> 3)) + in8;
    int sum6 = 0xe49b69c1 + pw16;
    int pw17 = 0x01100000 + (Integer.rotateRight(in10, 7) ^ Integer.rotateRight(in10, 18) ^ (in10 >>> 3)) + in9;
    int sum7 = 0xefbe4786 + pw17;
    int sum8 = (Integer.rotateRight(pw16, 17) ^ Integer.rotateRight(pw16, 19) ^ (pw16 >>> 10)) + in10;
    int sum9 = 0x11002000 + (Integer.rotateRight(pw17, 17) ^ Integer.rotateRight(pw17, 19) ^ (pw17 >>> 10));
    int sum10 = 0x00000280 + (Integer.rotateRight(pw16, 7) ^ Integer.rotateRight(pw16, 18) ^ (pw16 >>> 3));
    int sum11 = (Integer.rotateRight(pw17, 7) ^ Integer.rotateRight(pw17, 18) ^ (pw17 >>> 3)) + pw16;
    out[at + 0 * step] = in0;
    out[at + 1 * step] = in1;
    out[at + 2 * step] = in2;
    out[at + 3 * step] = in3;
    out[at + 4 * step] = in4;
    out[at + 5 * step] = in5;
    out[at + 6 * step] = in6;
    out[at + 7 * step] = in7;
    out[at + 8 * step] = pa0;
    out[at + 9 * step] = pe1;
    out[at + 10 * step] = pa1;
    out[at + 11 * step] = pe2;
    out[at + 12 * step] = pa2;
    out[at + 13 * step] = sum1;
    out[at + 14 * step] = sum2;
    out[at + 15 * step] = sum3;
    out[at + 16 * step] = sum4;
    out[at + 17 * step] = sum5;
    out[at + 18 * step] = pw16;
    out[at + 19 * step] = sum6;
    out[at + 20 * step] = pw17;
    out[at + 21 * step] = sum7;
    out[at + 22 * step] = sum8;
    out[at + 23 * step] = sum9;
    out[at + 24 * step] = sum10;
    out[at + 25 * step] = sum11;
  }
}
