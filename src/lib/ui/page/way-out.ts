/**
 * Kit asks the server which page a link leads to. Where no answer comes it says nothing; then the
 * browser goes there by itself, and says that the line is cut as people know it.
 */
export function leaveAnyway(): void {
	let wanted: string | null = null;
	addEventListener(
		'click',
		({ target }) => (wanted = (target as Element).closest?.('a')?.href ?? null),
		true
	);
	addEventListener('unhandledrejection', ({ reason }) => {
		if (wanted !== null && reason instanceof TypeError && /modul/i.test(reason.message)) {
			location.assign(wanted);
		}
	});
}
