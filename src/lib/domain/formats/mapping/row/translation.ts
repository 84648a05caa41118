import { readAnswer } from '#lib/domain/formats/cells/answer.ts';
import type { MappedColumn } from '#lib/domain/formats/mapping/mapping.ts';

/** A cell with the words of a mapping in place of its own. */
export function translated(text: string, { words }: MappedColumn): string | null {
	if (!words) return text;
	const plain = (word: string) => word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
	const known = new Map(Object.entries(words).map(([from, to]) => [plain(from), to]));
	const answer = readAnswer(text);
	const whole =
		known.get(plain(text)) ?? (answer && known.get(answer === 'yes' ? 'はい' : 'いいえ'));
	if (whole !== undefined && whole !== null) return whole;
	// A column of ○ and × says nothing where it has neither of the words.
	if (answer && (known.has('はい') || known.has('いいえ'))) return null;
	const parts = text.split(/([;；、,，・／/\n]+)/u);
	return parts.map((part) => known.get(plain(part)) ?? part).join('');
}
