import {
	checkDigit,
	isMunicipalityCode,
	type Gazetteer,
	type Municipality
} from '#lib/domain/region/municipality.ts';

type Read = {
	municipality: Municipality | null;
	prefecture: string | null;
	warning: string | null;
};

/**
 * A 全国地方公共団体コード with six digits or five, also one whose first zero is lost: 1100 is 011002.
 * Of a prefecture (170003, 17) only that is known.
 */
export function readPlaceCode(cell: string, { byCode, prefectures }: Gazetteer): Read | null {
	const digits = cell
		.normalize('NFKC')
		.replace(/[\s\p{Cf}]+/gu, '')
		.replace(/\.0+$/, '');
	if (!/^\d{1,6}$/.test(digits)) return null;
	const known = (code: string) => byCode.get(code);
	const whole = [digits, `0${digits}`].filter(
		(code) => code.length === 6 && isMunicipalityCode(code)
	);
	const short = [digits, `0${digits}`].filter((code) => code.length === 5);
	const found = [
		...whole.flatMap((code) => known(code) ?? []),
		...short.flatMap((code) => known(code + checkDigit(code)) ?? [])
	];
	// 92011 is 09201 with its check digit, or a code of five digits that no town has.
	const places = [...new Set(found)];
	if (places.length === 1) return { municipality: places[0]!, prefecture: null, warning: null };
	if (places.length > 1) return null;
	const prefecture = prefectureOf(digits);
	if (prefecture && [...prefectures.values()].some((one) => one.prefecture.code === prefecture)) {
		return { municipality: null, prefecture, warning: null };
	}
	const five = digits.padStart(6, '0').slice(0, 5);
	const right = known(five + checkDigit(five));
	return right && digits.length >= 5
		? {
				municipality: right,
				prefecture: null,
				warning: `検査数字が合いません（${right.code} ではありませんか）。「${right.name}」として読みました。`
			}
		: null;
}

function prefectureOf(digits: string): string | null {
	const code = digits.length <= 2 ? digits.padStart(2, '0') : digits.padStart(6, '0').slice(0, 2);
	const isWhole = digits.length <= 2 || isPrefectureCode(digits.padStart(6, '0'));
	return isWhole && Number(code) >= 1 && Number(code) <= 47 ? code : null;
}

const isPrefectureCode = (code: string) =>
	/^\d{2}000\d$/.test(code) && checkDigit(code.slice(0, 5)) === code[5];
