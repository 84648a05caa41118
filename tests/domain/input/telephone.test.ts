import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telephonesIn } from '#lib/domain/input/telephone.ts';
import { safeLink } from '#lib/domain/booklet/reading/links.ts';

describe('the numbers in a field for a telephone', () => {
	it.each([
		['000-1111-2222', ['tel:00011112222']],
		['０００（１１１１）２２２２', ['tel:00011112222']],
		['(027)321-1234', ['tel:0273211234']],
		['0273-21-1234', ['tel:0273211234']],
		['090-1234-5678', ['tel:09012345678']],
		['0800-123-4567', ['tel:08001234567']],
		['0120-279-338', ['tel:0120279338']],
		['0570-064-556', ['tel:0570064556']],
		['+81 27-321-1234', ['tel:+81273211234']],
		['027ー321ー1234', ['tel:0273211234']],
		['027-321-1234（内線123）', ['tel:0273211234']],
		['027-321-1234 内線 0120279338', ['tel:0273211234']],
		['代表027-321-1234', ['tel:0273211234']],
		['健康福祉課（直通）：027-321-1234', ['tel:0273211234']],
		['#7119', ['tel:%237119']],
		['救急安心センター ＃７１１９', ['tel:%237119']],
		['188', ['tel:188']],
		['消費者ホットライン 188番', ['tel:188']],
		['1789', ['tel:1789']],
		['027-321-1234 1番のガイダンス', ['tel:0273211234']],
		['027-321-1234・1235', ['tel:0273211234']],
		['代表まで', []],
		['内線188', []],
		['27-321-1234', []],
		['027-321-12345678', []],
		['9:00-17:00', []],
		['12345', []],
		['110-1234', []],
		['027-321-1234027-321-5678', []]
	])('%s is called as %j', (text, hrefs) => {
		expect(telephonesIn(text).map(({ href }) => href)).toEqual(hrefs);
	});

	it('keep the words of the one number as they were written', () => {
		for (const text of ['027-321-1234（内線123）', '代表０２７－３２１－１２３４', '相談 #7119']) {
			expect(telephonesIn(text)[0]?.words).toBe(text);
		}
	});

	it.each([
		['027-321-1234、027-321-5678', '027-321-1234', '027-321-5678'],
		['昼 027-321-1234 / 夜 090-1234-5678', '昼 027-321-1234', '夜 090-1234-5678'],
		['027-321-1234（代表） 027-321-5678（直通）', '027-321-1234（代表）', '027-321-5678（直通）'],
		['027-321-1234または#7119', '027-321-1234', '#7119'],
		['027-321-1234\n027-321-5678', '027-321-1234', '027-321-5678']
	])('are two in 「%s」, each with its words', (text, first, second) => {
		expect(telephonesIn(text).map(({ words }) => words)).toEqual([first, second]);
	});

	it('lead to nothing but telephones, whatever was written', () => {
		const letters = fc.constantFrom(...'0123456789-+#（）() ・、内線番ー＃０１℡㈹');
		const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters }));
		fc.assert(
			fc.property(text, (one) => {
				for (const { words, href } of telephonesIn(one)) {
					expect(href).toMatch(/^tel:(?:\+?\d+|%23\d{4})$/);
					expect(one).toContain(words.replace(/(?:または|又は)/g, ''));
					expect(safeLink(href)).toBe(href);
				}
			})
		);
	});
});
