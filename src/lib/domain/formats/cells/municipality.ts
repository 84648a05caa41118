import { checkDigit, parseAddress, type Gazetteer } from '#lib/domain/region/municipality.ts';
import { nearest } from '#lib/domain/formats/nearest.ts';

/**
 * A name with its prefecture, or a code of six digits or five: one that begins with 0 may have lost it.
 * Of two towns of one name, the one of `around` is meant.
 */
export function readMunicipality(
	word: string,
	gazetteer: Gazetteer,
	around: readonly string[] = []
): { value: string } | { issue: string } {
	const digits = word.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
	if (/^\d+$/.test(digits)) return readCode(digits, gazetteer);
	const { municipality, rest, ambiguous, prefecture } = parseAddress(word, gazetteer);
	if (municipality && rest === '') return { value: municipality.code };
	const near = ambiguous.filter(({ code }) => around.includes(code));
	if (near.length === 1) return { value: near[0]!.code };
	if (ambiguous.length > 0) {
		const [first] = ambiguous;
		const prefectures = ambiguous.map((one) => one.prefecture.name).join('と');
		const example = first!.prefecture.name + first!.name;
		return {
			issue: `「${word}」は${prefectures}にあります。「${example}」のように、都道府県から書きます。`
		};
	}
	if (municipality) {
		return {
			issue: `「${word}」の「${rest}」は、市区町村の名前ではありません。市区町村までを書きます。`
		};
	}
	const all = [...gazetteer.byCode.values()].filter(
		(one) => !prefecture || one.prefecture.code === prefecture.code
	);
	const names = new Map(all.map((one) => [one.name, one.prefecture.name + one.name]));
	const like = nearest(rest, [...names.keys()]);
	const hint = like ? `近い名前は「${names.get(like)}」です。` : '';
	return { issue: `「${word}」という市区町村が見つかりません。${hint}` };
}

function readCode(digits: string, { byCode }: Gazetteer): { value: string } | { issue: string } {
	const found = [
		digits.padStart(6, '0'),
		...(/^\d{5}$/.test(digits) ? [digits + checkDigit(digits)] : []),
		...(/^\d{4}$/.test(digits) ? [`0${digits}${checkDigit(`0${digits}`)}`] : [])
	].filter((code) => byCode.has(code));
	if (found.length === 1) return { value: found[0]! };
	const names = found.map((code) => `${byCode.get(code)!.name}（${code}）`).join('か');
	return {
		issue:
			found.length > 1
				? `「${digits}」は${names}です。6桁のコードか名前で書きます。`
				: `「${digits}」は、全国地方公共団体コード（6桁）にありません。`
	};
}
