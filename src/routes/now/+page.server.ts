import { contactsFor, standOf, topics } from '#lib/domain/search/crisis/contact.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { care } }) => ({
	contacts: contactsFor(care.contacts, new Set(topics)),
	stand: standOf(care.contacts)
});
