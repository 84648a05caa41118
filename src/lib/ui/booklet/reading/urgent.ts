import { contactHref, firstOf, wayWords, type Contact } from '#lib/domain/search/crisis/contact.ts';
import { element } from './element.ts';

/** Whom somebody may reach now whose words tell of danger; quiet on purpose. */
export function urgentPanel(contacts: readonly Contact[]): HTMLElement {
	const isEmergency = ({ way }: Contact) => way === 'emergency';
	const first = firstOf(contacts.filter((one) => !isEmergency(one)));
	const lines = [...first, ...contacts.filter(isEmergency)].map((contact) => {
		const { name, way, at, hours } = contact;
		const isCalled = way === 'phone' || way === 'emergency';
		const link = element(
			'a',
			{ href: contactHref(contact), rel: 'external noreferrer' },
			isCalled ? `${name} ${at}` : name
		);
		return element(
			'li',
			{},
			link,
			`（${wayWords[way]}、${hours}）`,
			element('small', {}, contact.for)
		);
	});
	return element(
		'section',
		{ class: 'urgent', 'aria-label': 'いま、話せるところ' },
		element('h2', {}, 'いま、話せるところ'),
		element(
			'p',
			{},
			'つらいなかで、ここまで来られたのですね。名前を言わなくても、うまく書けなくても大丈夫です。'
		),
		element('ul', {}, ...lines)
	);
}
