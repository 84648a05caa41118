/** Rows of a list on one page. */
export const perPage = 30;
