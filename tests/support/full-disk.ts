import Client from 'better-sqlite3';
import { existsSync } from 'node:fs';

/** Loaded into an app before it starts: no page can be added to its database while this file is there. */
const flag = process.env.FULL_DISK!;
const { exec } = Client.prototype as unknown as {
	exec: (this: Client.Database, statement: string) => Client.Database;
};

Client.prototype.exec = function (statement) {
	if (statement === 'BEGIN IMMEDIATE') {
		const pages = existsSync(flag) ? Number(this.pragma('page_count', { simple: true })) : 2 ** 31;
		this.pragma(`max_page_count = ${pages}`);
	}
	return exec.call(this, statement);
};
