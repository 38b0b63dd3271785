/** The environment of a Lambda, read by name and without defaults: a missing variable stops the first event, loudly. */

export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment has no ${name}`);
  return value;
}
