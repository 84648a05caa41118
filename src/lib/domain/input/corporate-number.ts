/** 法人番号: thirteen digits, the first of which checks the others (平成26年財務省令第70号). */
export function isCorporateNumber(text: string): boolean {
	if (!/^\d{13}$/.test(text)) return false;
	const sum = [...text.slice(1)].reduce(
		(total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 2 : 1),
		0
	);
	return Number(text[0]) === 9 - (sum % 9);
}
