import type { Copy } from '#lib/domain/reader/bookmark/copy.ts';
import type { Shelf } from '#lib/domain/reader/bookmark/shelf.ts';

/** Where bookmarks stay on this device. A promise is kept only when what was written is written. */
export type Shelves = {
	kind: 'database' | 'local' | 'memory';
	read(): Promise<Shelf>;
	/** Applied to what is there now, whoever wrote it: two tabs take nothing from each other. */
	change(act: (shelf: Shelf) => Shelf): Promise<Shelf>;
	copies(): Promise<Copy[]>;
	/** Those of the same place are replaced. */
	keepCopies(copies: readonly Copy[]): Promise<void>;
	dropCopies(ids: readonly string[]): Promise<void>;
	wipe(): Promise<void>;
};
