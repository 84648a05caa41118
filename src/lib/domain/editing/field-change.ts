/** One field of two revisions that differ, in words. */
export type FieldChange = {
	field: string;
	title: string;
	before: string | null;
	after: string | null;
};
