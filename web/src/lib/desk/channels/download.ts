/** Fetches a file of a channel in the officer's name and hands it to the browser to be saved. */
import { accessToken } from '#lib/desk/session.svelte.ts';

/** @returns whether it was there */
export async function download(path: string, name: string): Promise<boolean> {
  const token = await accessToken(false);
  if (!token.ok) return false;
  const headers = { authorization: `Bearer ${token.value}` };
  const response = await fetch(path, { headers, cache: 'no-store', credentials: 'omit' }).catch(
    () => undefined,
  );
  if (!response?.ok) return false;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return true;
}
