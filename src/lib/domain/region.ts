export type Region = {
	id: number;
	slug: string;
	name: string;
	kana: string;
	introduction: string | null;
	/** An invented region: said on every page on which it appears. */
	fictional: boolean;
	/** The resource that helps when nothing else fits. */
	generalWindowId: string | null;
	chapterOrder: 'category' | 'kana' | 'hand';
	/** Resources that readers can find now. */
	count: number;
};
