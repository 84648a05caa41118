const yes =
	/^(?:[○〇◯◎●✓✔☑レ1]|有|有り|あり|有る|ある|可|可能|可能です|はい|対応|対応可|yes|y|true)$/i;
const no = /^(?:[×✕✖☓xX❌0]|無|無し|なし|無い|ない|不可|いいえ|非対応|対応不可|no|n|false)$/i;

/** What a column of ○ and × says: 有, 〇, 可 are yes. null for anything else. */
export function readAnswer(cell: string): 'yes' | 'no' | null {
	// NFKC makes another letter of ◯ in no font, and 1 of ①.
	const text = cell
		.replace(/[\s\p{Cf}]+/gu, '')
		.replace(/[ｙｎ１０ｘＸ]/gu, (one) => one.normalize('NFKC'));
	return yes.test(text) ? 'yes' : no.test(text) ? 'no' : null;
}
