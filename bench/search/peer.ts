import type { Texts } from './texts.ts';

/** An engine with its documents in it; documents are known by their place in the list. */
export type Engine = {
	/** The first ten, best first. */
	find(query: string): number[] | Promise<number[]>;
	/** Bytes on disk; null for an engine that lives in memory only. */
	disk: number | null;
	close(): void | Promise<void>;
};

export type Peer = {
	name: string;
	build(texts: Texts[]): Engine | Promise<Engine>;
};

export const inMemory = (find: Engine['find']): Engine => ({ find, disk: null, close: () => {} });
