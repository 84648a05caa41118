const token = /^(?:(祝)日?|([月火水木金土日])(?:曜日?)?)/u;
const between = /^[\s・,、./／]*([~〜～-])?[\s・,、./／]*/u;

/**
 * 「月火水木金」, 「月,火,水」 and 「月曜日～金曜日」 as the reader of schedules knows them: 月・火・水. null for
 * anything else.
 */
export function readWeekdays(cell: string): string | null {
	let text = cell
		.normalize('NFKC')
		.replace(/\p{Cf}+/gu, '')
		.trim();
	if (/^(?:毎日|平日|土日|土日祝)$/.test(text)) return text;
	if (/^(?:年中無休|全日|無休)$/.test(text)) return '毎日';
	let days = '';
	while (text !== '') {
		const found = token.exec(text);
		if (!found) return null;
		days += found[1] ?? found[2]!;
		const [whole, until] = between.exec(text.slice(found[0].length))!;
		text = text.slice(found[0].length + whole.length);
		if (text !== '') days += until ? '〜' : '・';
	}
	return days || null;
}
