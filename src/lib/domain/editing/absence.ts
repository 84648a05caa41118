/** The reason an import withdraws for: nobody has hidden anything. */
export const absence = (year: number) => `${year}${words}`;

const words = '年度の公的データに載っていません';

export const isAbsence = (reason: string | null) =>
	new RegExp(`^\\d{4}${words}$`).test(reason ?? '');

/** The same as a pattern of SQLite's GLOB. */
export const absencePattern = `[0-9][0-9][0-9][0-9]${words}`;
