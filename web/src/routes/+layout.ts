/** Reading needs no script: pages are plain HTML unless their group says otherwise. */
export const csr = false;
