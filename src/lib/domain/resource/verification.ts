/** 訪問・電話・メール・公式サイト・本人申告・公的データ; the words are the vocabulary `method`. */
export const methods = ['visit', 'phone', 'mail', 'website', 'self-report', 'public-data'] as const;
export type Method = (typeof methods)[number];

/** The last time somebody checked, as it is printed. */
export type Verification = {
	method: Method;
	/** Calendar date in Japan. */
	on: string;
	role: string | null;
};
