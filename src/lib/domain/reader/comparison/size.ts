/** So many places stand side by side. */
export const fewest = 2;
export const most = 5;
