/** GET /display.css: the reader's choices as a stylesheet, for the desk, whose styles are files of its application. */
import { displayAnswer } from '#lib/display-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ cookies, request }) => displayAnswer(cookies, request, '');
