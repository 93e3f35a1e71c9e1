import type { Component } from "./message-rules.ts";

/** Discord's objects as this stand-in keeps them; that they are what Discord sends is checked where they leave. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly bot?: true;
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name?: string;
  readonly parent_id?: string;
  readonly recipients?: readonly User[];
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
}

export interface Message {
  readonly id: string;
  readonly type: number;
  readonly channel_id: string;
  readonly author: User;
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly Component[];
  readonly attachments: readonly Attachment[];
  readonly mentions: readonly User[];
  readonly flags: number;
  readonly nonce?: string;
  readonly message_reference?: { readonly message_id?: string };
  readonly referenced_message?: Message | null;
}
