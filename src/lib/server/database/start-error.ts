/** A start that was refused for a reason a person can act on; the message is one Japanese sentence or two. */
export class StartError extends Error {
	override name = 'StartError';
}
