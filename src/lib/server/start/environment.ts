import * as v from 'valibot';
import { StartError } from '#lib/server/database/start-error.ts';
import { logLevels } from '#lib/server/web/log.ts';
import { surveyTiles } from '#lib/server/regions/maps/tiles/upstream.ts';

function whole(min: number, max: number) {
	const expected = `${min} から ${max} までの整数`;
	return v.pipe(
		v.string(),
		v.regex(/^\d+$/, expected),
		v.transform(Number),
		v.minValue(min, expected),
		v.maxValue(max, expected)
	);
}

const choice = <const T extends readonly string[]>(choices: T) =>
	v.picklist(choices, `${choices.join('・')} のどれか`);

const origin = v.pipe(
	v.string(),
	v.check(
		(text) => /^https?:/.test(text) && URL.parse(text)?.origin === text,
		'https://example.jp のような、最後に / のないアドレス'
	)
);

const tileServer = v.pipe(
	v.string(),
	v.check(
		(text) => text === 'off' || isTileServer(text),
		'{z}・{x}・{y} のある https://example.jp/{z}/{x}/{y}.png のようなアドレスか、off'
	)
);

function isTileServer(text: string): boolean {
	const url = URL.parse(text.replaceAll(/\{[xyz]\}/g, '0'));
	return (
		['{z}', '{x}', '{y}'].every((place) => text.includes(place)) &&
		url !== null &&
		/^https?:$/.test(url.protocol) &&
		!/\{/.test(text.split('/')[2]!) &&
		url.username === '' &&
		url.password === ''
	);
}

const geocoder = v.pipe(
	v.string(),
	v.check(
		(text) => text === 'off' || isGeocoder(text),
		'{q} のある https://example.jp/search?q={q} のようなアドレスか、off'
	)
);

function isGeocoder(text: string): boolean {
	const url = URL.parse(text.replace('{q}', '0'));
	return (
		text.split('{q}').length === 2 &&
		url !== null &&
		/^https?:$/.test(url.protocol) &&
		!/\{/.test(text.split('/')[2]!) &&
		url.username === '' &&
		url.password === ''
	);
}

/** Every variable that the app reads; `.env.example` says the same in words. */
export const environmentSchema = v.object({
	PORT: v.optional(whole(0, 65535), '3000'),
	HOST: v.optional(v.string(), '127.0.0.1'),
	ORIGIN: v.optional(origin),
	ADDRESS_HEADER: v.optional(
		v.pipe(v.string(), v.regex(/^[\w-]+$/, 'X-Forwarded-For のようなヘッダーの名前'))
	),
	XFF_DEPTH: v.optional(whole(1, 10), '1'),
	DATABASE_FILE: v.optional(v.string(), 'data/bookmark.db'),
	AUDIT_KEY: v.optional(v.pipe(v.string(), v.minLength(32, '32文字以上の文字列'))),
	SAMPLE: v.optional(choice(['yes', 'no']), 'yes'),
	IMPORT_KEEP_DAYS: v.optional(whole(1, 36500), '400'),
	LOG_LEVEL: v.optional(choice(logLevels), 'info'),
	ANSWERS_MB: v.optional(whole(0, 4096), '64'),
	TILES_UPSTREAM: v.optional(tileServer, surveyTiles),
	TILES_CREDIT: v.optional(v.pipe(v.string(), v.maxLength(200, '200文字までの出典'))),
	TILES_FOLDER: v.optional(v.string()),
	TILES_MB: v.optional(whole(0, 65536), '256'),
	TILES_DAYS: v.optional(whole(1, 3650), '30'),
	SMTP_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(text) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? ''),
				'smtp:// か smtps:// で始まるアドレス'
			)
		)
	),
	MAIL_FROM: v.optional(v.pipe(v.string(), v.includes('@', 'name@example.jp のようなアドレス'))),
	GEOCODER_UPSTREAM: v.optional(geocoder, 'off'),
	BODY_SIZE_LIMIT: v.optional(
		v.pipe(v.string(), v.regex(/^\d+[KMG]?$/, '21M のような大きさ')),
		'21M'
	),
	HEADERS_TIMEOUT: v.optional(whole(1, 600), '10'),
	REQUEST_TIMEOUT: v.optional(whole(1, 600), '30'),
	SHUTDOWN_TIMEOUT: v.optional(whole(0, 600), '15')
});

export type Environment = v.InferOutput<typeof environmentSchema>;

const secrets = new Set(['AUDIT_KEY', 'SMTP_URL']);

/**
 * Throws a `StartError` that names the variable, what was found and what is expected.
 * An empty value is the same as none.
 */
export function readEnvironment(
	variables: Record<string, string | undefined> = process.env
): Environment {
	const given = Object.entries(variables).filter(([, value]) => value?.trim());
	const result = v.safeParse(environmentSchema, Object.fromEntries(given));
	if (result.success) return result.output;
	const [issue] = result.issues;
	const name = v.getDotPath(issue) ?? '';
	const value = variables[name] ?? '';
	const found = secrets.has(name) ? `${value.length}文字` : `「${value}」`;
	throw new StartError(
		`環境変数 ${name} が${found}になっています。${issue.message}を書いてください。`
	);
}
