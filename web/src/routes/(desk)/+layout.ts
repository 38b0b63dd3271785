/** The desk is an application in the browser; the server sends its frame. */
export const csr = true;
