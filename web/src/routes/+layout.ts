/** No page hydrates: everything is plain HTML, so reading and reporting need no script. */
export const csr = false;
