/** Preloaded into a child that knows nothing of the host: it leaves when the host's channel closes. */
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
