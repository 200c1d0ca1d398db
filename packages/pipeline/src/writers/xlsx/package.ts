import type { Write } from "../csv.ts";

/** A file inside an archive that is written piece by piece. */
interface Part {
  readonly add: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** An archive that is written while its parts grow. */
export interface Package {
  /** Begins a part; the one before it has to be closed. */
  readonly open: (path: string) => Part;
  readonly close: () => Promise<void>;
}

/** Characters of a part that are held before they are packed. */
const CHUNK = 262_144;

/** Bytes of an archive or of one of its parts; beyond them a zip of the plain kind cannot say where anything is. */
const MOST = 0xffff_ffff;

/** So that the same tables give the same bytes. */
const DATE = "1980-01-02T00:00:00";

/** Opens a zip on `write`. @throws Error where it grows beyond 4 GiB */
export async function openPackage(write: Write): Promise<Package> {
  const { Zip, ZipDeflate } = await import("fflate");
  let ready: Uint8Array[] = [];
  let total = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const send = async (): Promise<void> => {
    const chunks = ready;
    ready = [];
    for (const chunk of chunks) {
      total += chunk.length;
      if (MOST < total) throw new Error("the workbook would be larger than 4 GiB: split it, or write Parquet");
      await write(chunk);
    }
  };
  return {
    open: (path) => {
      const file = new ZipDeflate(path, { level: 6 });
      file.mtime = DATE;
      zip.add(file);
      let open = "";
      const push = async (end: boolean): Promise<void> => {
        const bytes = Buffer.from(open, "utf8");
        open = "";
        file.push(bytes, end);
        await send();
      };
      return {
        add: async (text) => {
          open += text;
          if (CHUNK <= open.length) await push(false);
        },
        close: () => push(true),
      };
    },
    close: async () => {
      zip.end();
      await send();
    },
  };
}
