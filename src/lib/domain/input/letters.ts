const names: [RegExp, string][] = [
	[/[^\P{Cc}\n\t]/u, '制御文字'],
	[/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, '文字の向きを変える文字'],
	[/\p{Cs}/u, '半分だけの文字'],
	[/\p{M}{5}/u, '重なりすぎた記号']
];

/** Letters that no text of ours may hold; `at` counts from 1 in the text. */
export function forbiddenLetter(text: string): { at: number; name: string } | null {
	for (const [pattern, name] of names) {
		const at = text.search(pattern);
		if (at >= 0) return { at: at + 1, name };
	}
	return null;
}

/** The same as what a person is told; null when there is none. `whose`: 「理由の」. */
export function letterIssue(text: string, whose = ''): string | null {
	const letter = forbiddenLetter(text);
	return letter && `${whose}${letter.at}文字目に、使えない文字（${letter.name}）があります`;
}

/** NFC, lines that end in \n, tabs as spaces, nothing around it. */
export function tidy(text: string): string {
	return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t+/g, ' ').trim();
}
