import { formats } from '#lib/domain/formats/all.ts';
import { findingKinds, type Finding } from '#lib/domain/formats/format.ts';
import type { RowStatus } from '#lib/domain/formats/preview/decision.ts';
import type { Report } from '#lib/server/imports/index.ts';
import { dataFolder } from '#lib/server/imports/asking.ts';
import * as shapes from '#lib/server/imports/shapes.ts';
import type { Proposal } from '#lib/server/imports/previews/index.ts';

const listed = 20;

/** What an import did, or would do, for a person to read. */
export function preview(report: Report): { shown: string; refused: string } {
	if (!report.accepted) {
		return {
			shown: '',
			refused: [
				`${report.file} は取り込めません。何も書き込んでいません。`,
				...lines(report.problems),
				...undecidedRows(report),
				...hints(report),
				...(report.format === null && report.proposal ? [proposalWords(report.proposal)] : [])
			].join('\n')
		};
	}
	const { counts } = report;
	const format = labelOf(report.format);
	const fields = Object.entries(report.fields)
		.sort(([, a], [, b]) => b - a)
		.map(([title, count]) => `${title} ${count}`);
	const slugs = new Map(report.regions.map(({ slug, name }) => [slug, name]));
	const parts = [
		`${report.file}（${format}、${report.rows}行）を${where(report)}に${report.dryRun ? '取り込むと' : '取り込みました'}`,
		'',
		`  新しい         ${counts.new}`,
		`  変わった       ${counts.changed}${fields.length > 0 ? `（${fields.join('・')}）` : ''}`,
		`  変わらない     ${counts.unchanged}`,
		`  載らなくなった ${counts.missing}`,
		...(counts.withdrawn > 0 ? [`  取り下げたまま ${counts.withdrawn}`] : []),
		...(counts.duplicate > 0 ? [`  同じところかも ${counts.duplicate}（新しく入れます）`] : []),
		...(counts.conflict > 0 ? [`  両方で変わった ${counts.conflict}（ここの値を残します）`] : []),
		...(counts.skipped > counts.withdrawn
			? [`  取り込まない   ${counts.skipped - counts.withdrawn}`]
			: []),
		...(counts.error > 0 ? [`  読めない       ${counts.error}（取り込みません）`] : []),
		'',
		`地域: ${report.regions.map(regionWords).join('、')}`
	];
	if (report.missing.length > 0) {
		parts.push('', '載らなくなったところ（「残」は、いまのページには残ります）');
		for (const { name, region, withdrawn } of report.missing.slice(0, listed)) {
			parts.push(`  ${withdrawn ? '　' : '残'} ${name}（${slugs.get(region)}）`);
		}
		if (report.missing.length > listed) {
			parts.push(`  ほかに ${report.missing.length - listed}件。--json ですべて見られます`);
		}
	}
	if (report.warnings.length > 0) {
		parts.push('', `気になるところ ${report.warnings.length}件（行は残します）`);
		parts.push(...lines(rareFirst(report.warnings)));
	}
	if (report.dryRun) parts.push('', '試しなので、書き込んでいません。');
	return { shown: parts.join('\n'), refused: '' };
}

/** What a person calls a kind of file. */
function labelOf(format: string | null): string | null {
	if (format === 'mapping') return '列の対応づけ';
	const known = formats.find(({ name }) => name === format)?.label;
	return known ?? shapes.list(dataFolder()).find(({ name }) => name === format)?.title ?? format;
}

const where = ({ year }: Report) => (year === null ? 'いまの資源' : `${year}年度版`);

/** How the command line chooses what a problem asks for. */
const hints = ({ problems }: Report): string[] =>
	problems.some(({ kind }) => kind === 'region')
		? ['すべての行を1つの地域に入れるときは、--region 地域 を書きます。']
		: [];

/** Why a row waits, where nothing of it is known. */
const waiting: Partial<Record<RowStatus, string>> = {
	duplicate: 'ほかにも、似たところがあります',
	outside: '選んだ地域の市区町村ではありません',
	conflict: 'ここでも変わっています'
};

/** Rows that somebody has to decide, and what they may be. */
function undecidedRows({ lines }: Report): string[] {
	const open = lines.filter(({ status }) => waiting[status]);
	return open.slice(0, listed).map(({ line, name, like, status }) => {
		const [first] = like;
		const who = first && (first.id ?? `${first.line}行目`);
		return `  ${line}行目 ${name} … ${who ? `${who}（${first.why}）` : waiting[status]}`;
	});
}

/** What columns may mean, a line each. */
export const proposalWords = ({ columns }: Proposal): string =>
	[
		'列が何かの案:',
		...columns.map(
			({ from, to, because }) =>
				`  ${from} → ${to ?? '（取り込まない）'}${because ? `  ${because}` : ''}`
		),
		'直すときは --propose で書き出したファイルを直し、--mapping で渡してください。'
	].join('\n');

const regionWords = ({ name, ...counts }: Report['regions'][number]) =>
	`${name} ${counts.new + counts.changed + counts.unchanged}`;

/** Hundreds of one kind would hide the only one of another. */
function rareFirst(findings: Finding[]): Finding[] {
	const kinds = Map.groupBy(findings, ({ kind }) => kind);
	return [...kinds.values()].sort((a, b) => a.length - b.length).flat();
}

function lines(findings: Finding[]): string[] {
	const first = findings.slice(0, listed).map(sentence);
	const rest = findings.slice(listed);
	if (rest.length === 0) return first;
	const kinds = Map.groupBy(findings, ({ kind }) => kind);
	const counts = [...kinds].map(([kind, list]) => `${findingKinds[kind]} ${list.length}`);
	return [
		...first,
		`  ほかに ${rest.length}件。--json ですべて見られます`,
		`  種類ごと: ${counts.join('・')}`
	];
}

function sentence({ line, column, found, message }: Finding): string {
	const where = [line === null ? '' : `${line}行目`, column === null ? '' : `「${column}」`].join(
		''
	);
	const what = found === null ? '' : ` ${short(found)} …`;
	return `  ${where}${what}${where || what ? ' ' : ''}${message}`;
}

const short = (text: string) => {
	const one = text.replace(/\s+/gu, ' ');
	return one.length > 40 ? `${one.slice(0, 40)}…` : one;
};
