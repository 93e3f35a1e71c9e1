import { testPlatform } from "../../../contracts/platform.ts";
import { DiscordChat } from "./harness.ts";

testPlatform({ name: "Discord", open: DiscordChat.open });
