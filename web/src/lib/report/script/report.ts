/** Makes complaint, receipt and tracking easier where there is script; without it all of them work as they stand. */
import { changeDisplayInPlace } from '#lib/display-in-place.ts';
import { startWalk } from '#lib/report/script/walk.ts';
import { eraseWhenLeft, preparePage } from '#lib/report/script/page.ts';
import { startTracking } from '#lib/report/script/track.ts';

changeDisplayInPlace();
eraseWhenLeft();
preparePage(document);
const complaint = document.querySelector<HTMLFormElement>('form.report');
if (complaint) startWalk(complaint);
const tracking = document.querySelector<HTMLFormElement>('form.track');
if (tracking) startTracking(tracking);
