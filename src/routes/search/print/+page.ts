/** Hundreds of rows that nobody can press: nothing of them is sent twice. */
export const csr = false;
