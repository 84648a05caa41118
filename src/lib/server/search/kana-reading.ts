import { createRequire } from 'node:module';
import { asInDictionaries, readingFrom } from '#lib/domain/text/generated-reading.ts';
import type { Token } from '#lib/domain/text/furigana.ts';

type Lindera = typeof import('lindera-wasm-nodejs-ipadic');

let tokenizer: ReturnType<InstanceType<Lindera['TokenizerBuilder']>['build']> | undefined;
const said = new Map<string, string>();
const mostSaid = 20_000;

/**
 * Says a name in hiragana. The dictionary (13 MB, 140 MB once it is unpacked) is read when the first
 * name asks for it, and not by `import()`: a transaction cannot wait for a promise.
 */
export function readingOf(name: string): string {
	let reading = said.get(name);
	if (reading === undefined) {
		reading = readingFrom(tokensOf(asInDictionaries(name)));
		if (said.size < mostSaid) said.set(name, reading);
	}
	return reading;
}

/** The words of a text, as the dictionary parts it. */
export function tokensOf(text: string): Token[] {
	tokenizer ??= load();
	return tokenizer.tokenize(text) as Token[];
}

function load() {
	const require = createRequire(import.meta.url);
	const { TokenizerBuilder } = require('lindera-wasm-nodejs-ipadic') as Lindera;
	const builder = new TokenizerBuilder();
	builder.setDictionary('embedded://ipadic');
	builder.setMode('normal');
	return builder.build();
}
