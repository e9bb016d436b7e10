import { ReviewNotice as ReviewNotice_5e4f8213a8093ce97944100596a397f9 } from '../../../../src/features/review/ReviewNotice.tsx'
import { AddressCell as AddressCell_11cd28dfcce712cb0949d37312844fd2 } from '../../../../src/features/address/AddressCell.tsx'
import { NoDifference as NoDifference_9a588495f77395a359da4de952b84a85 } from '../../../../src/features/adminUI/NoDifference.tsx'
import { PublishQuestions as PublishQuestions_5e1ee0d4fdde5ab6987c212d4317ca9f } from '../../../../src/features/publishing/PublishQuestions.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UsedIn as UsedIn_dd11830d453f433f123e8cb5f344a2ec } from '../../../../src/features/links/UsedIn.tsx'
import { Exchange as Exchange_26a71cb11669395d6ffcc680dfb3e9bc } from '../../../../src/features/exchange/Exchange.tsx'
import { QuickFilters as QuickFilters_1b9a1465cb428cbd7b5f4619ec4a5c69 } from '../../../../src/features/quickFilters/QuickFilters.tsx'
import { HideAddressOfDocument as HideAddressOfDocument_1ae3285b519350dea6628cd865e22e07 } from '../../../../src/features/address/HideAddressButton.tsx'
import { ReviewButtons as ReviewButtons_571ffecade20f6e3ce8d7f9ab3d9d4f6 } from '../../../../src/features/review/ReviewButtons.tsx'
import { VerifyDocument as VerifyDocument_aa78f489a5f470acae20d72e9dbeadc8 } from '../../../../src/features/verification/VerifyButton.tsx'
import { ConflictDialog as ConflictDialog_adc5871c30e731380373a1794ae2e1f1 } from '../../../../src/features/staleWrites/ConflictDialog.tsx'
import { Status as Status_5276a3cfb54e67d0c7b5da4eb7dfb6b6 } from '../../../../src/features/adminUI/Status.tsx'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OverviewComponent as OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaTitleComponent as MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaDescriptionComponent as MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaImageComponent as MetaImageComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { PreviewComponent as PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { ScheduledCell as ScheduledCell_5450341dede23b38aca8e6ad4805e3d7 } from '../../../../src/features/schedule/ScheduledCell.tsx'
import { ScheduledNotice as ScheduledNotice_c10528f1a4a8dea94b95577d63ecc839 } from '../../../../src/features/schedule/ScheduledNotice.tsx'
import { CurrentPassword as CurrentPassword_832a4bd7e0e11385ebadb926da5a49a6 } from '../../../../src/features/signIn/CurrentPassword.tsx'
import { AccountTools as AccountTools_812c542282ac7e0030ddda9184a0e7bd } from '../../../../src/features/signIn/AccountTools.tsx'
import { EditUser as EditUser_7a35597409bfc185f1f9bea843881241 } from '../../../../src/features/signIn/EditUser.tsx'
import { Deliveries as Deliveries_7433666f8c14c93f8407fce939d2bd63 } from '../../../../src/features/webhooks/Deliveries.tsx'
import { ActorCell as ActorCell_a022f6e2cb6751fc80962713476909c4 } from '../../../../src/features/audit/ActorCell.tsx'
import { Icon as Icon_f8fc840bb469014b787544edb3a656cd } from '../../../../src/features/adminUI/Icon.tsx'
import { Logo as Logo_0018efffe5dab4e22080f34cf9306f5b } from '../../../../src/features/adminUI/Logo.tsx'
import { RoleOnBody as RoleOnBody_b9b9b707409636b635d76a214b1cea7c } from '../../../../src/features/adminUI/RoleOnBody.tsx'
import { Dashboard as Dashboard_8934bc817c4d77dc56575d9a8a7d9af4 } from '../../../../src/features/desk/Dashboard.tsx'
import { Login as Login_80194707a21469b9b7b8789919379822 } from '../../../../src/features/signIn/Login.tsx'
import { SetPassword as SetPassword_5cbf47c8a62d257dc80f436c45378195 } from '../../../../src/features/signIn/SetPassword.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/features/review/ReviewNotice.tsx#ReviewNotice": ReviewNotice_5e4f8213a8093ce97944100596a397f9,
  "/src/features/address/AddressCell.tsx#AddressCell": AddressCell_11cd28dfcce712cb0949d37312844fd2,
  "/src/features/adminUI/NoDifference.tsx#NoDifference": NoDifference_9a588495f77395a359da4de952b84a85,
  "/src/features/publishing/PublishQuestions.tsx#PublishQuestions": PublishQuestions_5e1ee0d4fdde5ab6987c212d4317ca9f,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/features/links/UsedIn.tsx#UsedIn": UsedIn_dd11830d453f433f123e8cb5f344a2ec,
  "/src/features/exchange/Exchange.tsx#Exchange": Exchange_26a71cb11669395d6ffcc680dfb3e9bc,
  "/src/features/quickFilters/QuickFilters.tsx#QuickFilters": QuickFilters_1b9a1465cb428cbd7b5f4619ec4a5c69,
  "/src/features/address/HideAddressButton.tsx#HideAddressOfDocument": HideAddressOfDocument_1ae3285b519350dea6628cd865e22e07,
  "/src/features/review/ReviewButtons.tsx#ReviewButtons": ReviewButtons_571ffecade20f6e3ce8d7f9ab3d9d4f6,
  "/src/features/verification/VerifyButton.tsx#VerifyDocument": VerifyDocument_aa78f489a5f470acae20d72e9dbeadc8,
  "/src/features/staleWrites/ConflictDialog.tsx#ConflictDialog": ConflictDialog_adc5871c30e731380373a1794ae2e1f1,
  "/src/features/adminUI/Status.tsx#Status": Status_5276a3cfb54e67d0c7b5da4eb7dfb6b6,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/plugin-seo/client#OverviewComponent": OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaTitleComponent": MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaDescriptionComponent": MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaImageComponent": MetaImageComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#PreviewComponent": PreviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "/src/features/schedule/ScheduledCell.tsx#ScheduledCell": ScheduledCell_5450341dede23b38aca8e6ad4805e3d7,
  "/src/features/schedule/ScheduledNotice.tsx#ScheduledNotice": ScheduledNotice_c10528f1a4a8dea94b95577d63ecc839,
  "/src/features/signIn/CurrentPassword.tsx#CurrentPassword": CurrentPassword_832a4bd7e0e11385ebadb926da5a49a6,
  "/src/features/signIn/AccountTools.tsx#AccountTools": AccountTools_812c542282ac7e0030ddda9184a0e7bd,
  "/src/features/signIn/EditUser.tsx#EditUser": EditUser_7a35597409bfc185f1f9bea843881241,
  "/src/features/webhooks/Deliveries.tsx#Deliveries": Deliveries_7433666f8c14c93f8407fce939d2bd63,
  "/src/features/audit/ActorCell.tsx#ActorCell": ActorCell_a022f6e2cb6751fc80962713476909c4,
  "/src/features/adminUI/Icon.tsx#Icon": Icon_f8fc840bb469014b787544edb3a656cd,
  "/src/features/adminUI/Logo.tsx#Logo": Logo_0018efffe5dab4e22080f34cf9306f5b,
  "/src/features/adminUI/RoleOnBody.tsx#RoleOnBody": RoleOnBody_b9b9b707409636b635d76a214b1cea7c,
  "/src/features/desk/Dashboard.tsx#Dashboard": Dashboard_8934bc817c4d77dc56575d9a8a7d9af4,
  "/src/features/signIn/Login.tsx#Login": Login_80194707a21469b9b7b8789919379822,
  "/src/features/signIn/SetPassword.tsx#SetPassword": SetPassword_5cbf47c8a62d257dc80f436c45378195,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
