/** `path` is the field in dots (`schedules.0.text`), `message` a sentence in Japanese. */
export type Issue = { path: string; message: string };
