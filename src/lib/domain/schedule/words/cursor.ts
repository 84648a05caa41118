import type { Kind, Token } from './tokens.ts';

/** What could not be read, and where it stands. */
export class Unread extends Error {
	readonly words: string;
	constructor(words: string) {
		super(words);
		this.words = words;
	}
}

/** A place in a line of tokens. Counts every look, so that a test can measure how it grows. */
export class Cursor {
	at = 0;
	looks = 0;
	readonly tokens: readonly Token[];
	constructor(tokens: readonly Token[]) {
		this.tokens = tokens;
	}

	peek(ahead = 0): Token | undefined {
		this.looks++;
		return this.tokens[this.at + ahead];
	}

	is(kind: Kind, ahead = 0): boolean {
		return this.peek(ahead)?.kind === kind;
	}

	isOne(kinds: ReadonlySet<Kind>, ahead = 0): boolean {
		const token = this.peek(ahead);
		return token !== undefined && kinds.has(token.kind);
	}

	take(): Token {
		const token = this.tokens[this.at];
		if (!token) throw new Unread('');
		this.at++;
		return token;
	}

	/** The token, if it is one of those. */
	takeIf(...kinds: Kind[]): Token | null {
		const token = this.peek();
		return token && kinds.includes(token.kind) ? this.take() : null;
	}

	/** Refuses the words from `start` on: what was taken since, or the present token. */
	refuse(start = this.at): never {
		const end = Math.max(this.at, start + 1);
		throw new Unread(
			this.tokens
				.slice(start, end)
				.map(({ text }) => text)
				.join('')
		);
	}
}

export function takeNumber(cursor: Cursor, start: number): number {
	const token = cursor.take();
	return token.kind === 'number' ? token.value : cursor.refuse(start);
}
