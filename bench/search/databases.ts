import Client from 'better-sqlite3';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { normalise } from '#lib/domain/text/normalise.ts';
import type { Engine, Peer } from './peer.ts';
import { bigrams, plainly, type Texts } from './texts.ts';

type Form = {
	tokenize: string;
	/** What is stored of a text. */
	stored: (text: string) => string;
	/** FTS5 expressions in the order in which they are tried until ten are found. */
	asked: (query: string) => string[];
};

const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;
const phrase = (words: string[]) => quoted(words.join(' '));

function trigrams(word: string): string[] {
	const letters = [...word];
	return letters.length < 3
		? []
		: letters.slice(2).map((letter, at) => letters[at]! + letters[at + 1]! + letter);
}

const words = (query: string) => query.split(/\s+/u).filter(Boolean);
const either = (terms: string[]) => (terms.length > 0 ? [terms.map(quoted).join(' OR ')] : []);

/** First every word as it stands, then any piece of any word. */
const trigramForm: Form = {
	tokenize: 'trigram',
	stored: plainly,
	asked: (query) => [
		words(plainly(query)).map(quoted).join(' AND '),
		...either(words(plainly(query)).flatMap(trigrams))
	]
};

const bigramForm: Form = {
	tokenize: 'unicode61',
	stored: (text) => bigrams(text.split(/\s+/u).map(normalise).join(' ')).join(' '),
	asked(query) {
		const terms = words(query).map(normalise).filter(Boolean).map(bigrams);
		return [terms.map(phrase).join(' AND '), ...either(terms.flat())].filter(Boolean);
	}
};

function fullText(name: string, form: Form): Peer {
	return {
		name,
		build(texts) {
			const folder = mkdtempSync(path.join(tmpdir(), 'fts5-'));
			const file = path.join(folder, 'fts5.db');
			const db = new Client(file);
			db.pragma('journal_mode = WAL');
			db.exec(
				`CREATE VIRTUAL TABLE found USING fts5(name, kana, tags, text, content='', tokenize='${form.tokenize}')`
			);
			const insert = db.prepare(
				'INSERT INTO found (rowid, name, kana, tags, text) VALUES (?,?,?,?,?)'
			);
			db.transaction(() => {
				texts.forEach(({ name, kana, tags, text }, at) =>
					insert.run(at, ...[name, kana, tags, text].map(form.stored))
				);
			})();
			db.exec(`INSERT INTO found (found) VALUES ('optimize')`);
			db.pragma('wal_checkpoint(TRUNCATE)');
			const search = db
				.prepare<[string], number>(
					`SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, 8, 6, 2, 1) LIMIT 10`
				)
				.pluck();
			const find = (query: string) => {
				const found = new Set<number>();
				for (const expression of form.asked(query)) {
					if (found.size < 10) for (const number of search.all(expression)) found.add(number);
				}
				return [...found].slice(0, 10);
			};
			return {
				find,
				disk: statSync(file).size,
				close() {
					db.close();
					rmSync(folder, { recursive: true });
				}
			};
		}
	};
}

export const fts5Trigram = fullText('SQLite FTS5, trigram', trigramForm);
export const fts5Bigrams = fullText('SQLite FTS5, our bigrams', bigramForm);

/** A server at PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE; null when none answers. */
export async function hasPostgres(): Promise<boolean> {
	const client = new pg.Client({ connectionTimeoutMillis: 1000 });
	try {
		await client.connect();
		await client.end();
		return true;
	} catch {
		return false;
	}
}

export const postgres: Peer = {
	name: 'PostgreSQL pg_trgm',
	async build(texts: Texts[]): Promise<Engine> {
		const client = new pg.Client();
		await client.connect();
		await client.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm;
			DROP TABLE IF EXISTS bench_found;
			CREATE TABLE bench_found (id int PRIMARY KEY, names text, everything text)`);
		for (let from = 0; from < texts.length; from += 5000) {
			const slice = texts.slice(from, from + 5000);
			await client.query(
				'INSERT INTO bench_found SELECT * FROM unnest($1::int[], $2::text[], $3::text[])',
				[
					slice.map((_, at) => from + at),
					slice.map(({ name, kana }) => plainly(`${name} ${kana}`)),
					slice.map(({ name, kana, tags, text }) => plainly(`${name} ${kana} ${tags} ${text}`))
				]
			);
		}
		await client.query(`CREATE INDEX ON bench_found USING gin (names gin_trgm_ops);
			CREATE INDEX ON bench_found USING gin (everything gin_trgm_ops);
			ANALYZE bench_found;
			SET pg_trgm.word_similarity_threshold = 0.4`);
		const { rows } = await client.query<{ bytes: string }>(
			`SELECT pg_total_relation_size('bench_found') AS bytes`
		);
		return {
			async find(query) {
				const patterns = words(plainly(query)).map(
					(word) => `%${word.replace(/[\\%_]/gu, '\\$&')}%`
				);
				const found = await client.query<{ id: number }>(
					`SELECT id FROM bench_found WHERE $1 <% names OR everything LIKE ALL ($2)
					ORDER BY word_similarity($1, names) DESC, id LIMIT 10`,
					[plainly(query), patterns]
				);
				return found.rows.map(({ id }) => id);
			},
			disk: Number(rows[0]!.bytes),
			async close() {
				await client.query('DROP TABLE bench_found');
				await client.end();
			}
		};
	}
};
