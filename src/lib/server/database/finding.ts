/** One thing that was looked at; `detail` says in Japanese what was found. */
export type Finding = {
	name: string;
	ok: boolean;
	detail: string;
	/** Nothing is wrong, but somebody should look at it. */
	isOld?: true;
};
