import { contactsForAll, standOf } from '#lib/domain/search/crisis/contact.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { care } }) => ({
	contacts: contactsForAll(care.contacts),
	stand: standOf(care.contacts)
});
