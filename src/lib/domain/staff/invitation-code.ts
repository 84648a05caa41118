/** An invitation's code, as it stands behind the `#` of its address, or what somebody pasted; '' when it is none. */
export function invitationCodeOf(pasted: string): string {
	const [last = ''] = /[^#/\s]*$/.exec(pasted.normalize('NFKC').trim()) ?? [];
	return /^[\w-]{43}$/.test(last) ? last : '';
}
