import { parentPort, workerData } from 'node:worker_threads';
import { workbook, type Book } from '#lib/domain/formats/workbook/workbook.ts';

/** Writes a workbook, while the app goes on. */
parentPort!.postMessage(await workbook(workerData as Book));
