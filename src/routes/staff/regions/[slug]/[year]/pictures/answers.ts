import { fail, redirect } from '@sveltejs/kit';

const refusals: Record<string, string> = {
	locked:
		'校了しているので、変えられません。読む人に見せたくないときは「読む人から見えなくする」を使ってください。',
	'not-found': 'その掲載か写真が、もうここにはありません。ほかの人が外したのかもしれません。'
};

/** To the page again, at the picture; or why nothing was done. */
export function answer(pathname: string, done: string, resource: string | null) {
	const issue = refusals[done];
	if (issue) return fail(409, { resource, issue });
	redirect(303, `${pathname}?done=${done}#picture-${resource ?? 'cover'}`);
}
