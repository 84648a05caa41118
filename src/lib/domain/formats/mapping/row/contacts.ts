import { readTelephones, type Telephone } from '#lib/domain/formats/cells/telephone.ts';
import { readMail, readWeb } from '#lib/domain/formats/cells/web.ts';
import { withoutZero } from '#lib/domain/input/phone.ts';
import { isOffice, isPersonName } from '#lib/domain/formats/mapping/people.ts';
import type { Cell, Sheet } from './sheet.ts';

type List = Record<string, unknown>[];

const append = ({ draft }: Sheet, field: string, more: List) => {
	if (more.length > 0) draft[field] = [...((draft[field] as List | undefined) ?? []), ...more];
};

/** Telephones, mail and web addresses: what is no such thing is kept for staff. */
export function readContacts(sheet: Sheet): void {
	const several = sheet.mapping.columns.filter(({ to }) => to === 'phone').length > 1;
	for (const cell of sheet.of('phone')) {
		phones(sheet, cell, 'voice', several ? kindOf(cell.from) : null);
	}
	for (const cell of sheet.of('fax')) phones(sheet, cell, 'fax');
	for (const cell of sheet.of('mail')) web(sheet, cell, 'mail');
	for (const cell of sheet.of('url')) web(sheet, cell, 'link');
	for (const cell of sheet.of('form')) web(sheet, cell, 'form');
	const unused = sheet.of('phone').length === 0;
	if (unused)
		for (const cell of [...sheet.of('phone_label'), ...sheet.of('extension')]) sheet.note(cell);
}

function phones(sheet: Sheet, cell: Cell, column: Telephone['kind'], name: string | null = null) {
	const { phones, unread } = readTelephones(cell.text);
	for (const part of unread) {
		sheet.keep({ from: cell.from, text: part }, 'phone', '電話番号として読めません。');
	}
	phones.forEach((phone, place) => {
		const kind = column === 'fax' ? 'fax' : phone.kind;
		const of =
			kind === 'voice' && place === 0 ? columnsBeside(sheet) : { label: null, extension: null };
		const extension = phone.extension ?? of.extension;
		const said = [phone.label ?? of.label ?? name, extension && `内線${extension}`]
			.filter(Boolean)
			.join(' ');
		const person = said !== '' && isPersonName(said.split(' 内線')[0]!);
		const isUnsure = person || (said !== '' && isMobile(phone.number) && !isOffice(said));
		if (isUnsure) {
			sheet.note({ from: cell.from, text: cell.text });
			sheet.warn(
				cell,
				'phone',
				'人の名前のようなことばがあるので、この電話は職員だけに見えるようにしました。'
			);
		}
		append(sheet, 'phones', [
			{
				kind,
				number: phone.number,
				label: isUnsure ? null : said || null,
				...visibility(sheet, cell, phone, isUnsure)
			}
		]);
	});
}

/** 「時間外」 of 「時間外連絡先」: what one of several columns is for. */
const kindOf = (from: string): string | null =>
	from
		.normalize('NFKC')
		.replace(/電話番号|電話|tel|連絡先|番号|[()（）:：\s\d]/giu, '')
		.slice(0, 20) || null;

/** The name and the extension that have columns of their own. */
function columnsBeside(sheet: Sheet) {
	const [label, extension] = ['phone_label', 'extension'].map((target) => sheet.of(target)[0]);
	const isPerson = label && isPersonName(label.text);
	const isName = label && sheet.text('name') === label.text;
	if (isPerson) sheet.note(label);
	return {
		label: label && !isPerson && !isName ? label.text.replace(/\n+/g, ' ') : null,
		extension: extension?.text.replace(/^内線[:：]?/, '') ?? null
	};
}

const isMobile = (number: string) => /^0[789]0-/.test(number);

function visibility(sheet: Sheet, cell: Cell, phone: Telephone, isUnsure: boolean) {
	const staff = { visibility: 'staff', label: '番号を確かめる' };
	const kept = '職員だけに見えるようにしました。';
	switch (phone.doubt) {
		case 'zero':
			sheet.warn(cell, 'phone', `${withoutZero(phone.whole!)}。${kept}`);
			return staff;
		case 'area': {
			const whole = sheet.areaCode && `${sheet.areaCode}-${phone.number}`;
			const hint = whole ? `（${whole} ではありませんか）` : '';
			sheet.warn(cell, 'phone', `市外局番がないようです${hint}。${kept}`);
			return staff;
		}
		case 'odd':
			sheet.warn(cell, 'phone', '電話番号の形が見慣れません。そのまま残します。');
			break;
		case null:
	}
	return isUnsure ? { visibility: 'staff' } : {};
}

function web(sheet: Sheet, cell: Cell, as: 'mail' | 'link' | 'form'): void {
	const { urls, mails, unread } = readWeb(cell.text);
	if (mails.length > 0 && as !== 'mail') {
		sheet.warn(cell, 'web-address', 'メールアドレスなので、連絡先に入れました。');
	}
	append(
		sheet,
		'contacts',
		mails.map((value) => ({ kind: 'mail', value: readMail(value)! }))
	);
	if (as === 'link')
		append(
			sheet,
			'links',
			urls.map((url) => ({ url, label: labelOf(cell.from) }))
		);
	else
		append(
			sheet,
			'contacts',
			urls.map((value) => ({ kind: 'form', value }))
		);
	for (const text of unread) {
		const what =
			as === 'mail' ? 'メールアドレスとして読めません。' : 'つながるアドレスではないようです。';
		sheet.keep({ from: cell.from, text }, 'web-address', what);
	}
}

/** 「URL」 says nothing that the address does not. */
const labelOf = (from: string): string | null =>
	/^(?:url|hp|ＵＲＬ|ＨＰ|ホームページ|ウェブサイト|webサイト|web|リンク|サイト|referenceObject|参照url)(?:アドレス|url)?$/i.test(
		from.normalize('NFKC')
	)
		? null
		: from.slice(0, 100);
