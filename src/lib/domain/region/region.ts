/** What a region is called: all of it that an edition, which never changes, may show. */
export type RegionIdentity = {
	id: number;
	slug: string;
	name: string;
	kana: string;
	/** An invented region: said on every page on which it appears. */
	fictional: boolean;
};

export type Region = RegionIdentity & {
	introduction: string | null;
	/** The resource that helps when nothing else fits. */
	generalWindowId: string | null;
};
