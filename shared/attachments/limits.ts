/** What may be handed in with a complaint or a message. All of it is [design]: configuration of this platform, no law. */

const MEGABYTE = 1024 * 1024;

/** HEIC is not among them: telephones hand it over as JPEG where a form asks for JPEG. */
export const attachmentTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
  'video/mp4',
] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

export const MOST_ATTACHMENTS = 5;
export const LARGEST_ATTACHMENT_BYTES = 10 * MEGABYTE;

/** All files of a form without script together: they travel inside its one request. */
export const LARGEST_FORM_FILES_BYTES = 4 * MEGABYTE;

/** A picture is kept no larger; a page of print is still read at this size. */
export const LONGEST_SIDE_PIXELS = 2400;
/** A picture of more could unpack to more than a function has. */
export const MOST_PIXELS = 50_000_000;
export const JPEG_QUALITY = 85;

/** Ten megabytes over a slow line. */
export const UPLOAD_SECONDS = 30 * 60;
/** Who has filed nothing by then begins anew. */
export const UNCLAIMED_HOURS = 24;
/** A download begins at once. */
export const DOWNLOAD_SECONDS = 60;
