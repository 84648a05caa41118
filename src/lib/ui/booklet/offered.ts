import { bookletFormNames, type BookletForm } from '#lib/domain/booklet/made.ts';
import { sizeWords } from '#lib/domain/reader/offline/cache.ts';

type Form = {
	form: BookletForm;
	href: string;
	/** null: not known before it is made. */
	pages: number | null;
	size: number | null;
};

/** A booklet that readers can take, in words. */
export type Offered = { href: string; name: string; about: string; use: string; isSaved: boolean };

const uses: Partial<Record<BookletForm, string>> = {
	a5: '印刷した冊子と同じ順です。',
	yasashii: '漢字に、よみがなをつけました。',
	large: '字が大きく、1ページに載る数が少なくなります。',
	a4: '家や職場のプリンターで、半分の紙で刷れます。',
	epub: '電子書籍のアプリで読めます。字の大きさを変えられます。',
	html: '冊子と同じ順に、一つのページで。探して、絞り込んで、印刷できます。USBメモリーに入れて、ネットにつながらないところでも開けます。'
};

/** On the server, so that the words are not in the page's script. */
export const offered = ({ form, href, pages, size }: Form): Offered => ({
	href,
	name: bookletFormNames[form],
	about: [
		// The others say it in their names.
		...(form === 'html' || form === 'epub' ? [] : ['PDF']),
		...(pages === null ? [] : [`${pages}ページ`]),
		...(size === null ? [] : [sizeWords(size)])
	].join('・'),
	use: uses[form] ?? '',
	isSaved: form === 'html'
});
