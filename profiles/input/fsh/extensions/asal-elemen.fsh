Extension: AsalElemen
Id: asal-elemen
Title: "Asal elemen"
Description: "Dari mana satu elemen sebuah sumber daya berasal: sel catatan asal, konversi kolomnya, dan aturan yang membentuknya. Sel disebut, isinya tidak pernah dikutip."
Context: Provenance
* insert Terbitan
* insert Inggris([["Origin of an element"]])
* extension contains
    sumberdaya 1..1 and
    unsur 1..1 and
    sel 0..* and
    penentu 0..* and
    konversi 0..* and
    aturan 1..*
* extension[sumberdaya].value[x] 1..1
* extension[sumberdaya].value[x] only uri
* extension[sumberdaya] ^short = "fullUrl sumber daya"
* extension[unsur].value[x] 1..1
* extension[unsur].value[x] only string
* extension[unsur] ^short = "Elemen sebagai FHIRPath"
* extension[sel].value[x] 1..1
* extension[sel].value[x] only string
* extension[sel] ^short = "Sel yang menjadi isinya"
* extension[penentu].value[x] 1..1
* extension[penentu].value[x] only string
* extension[penentu] ^short = "Sel yang ikut menentukan isinya"
* extension[konversi].value[x] 1..1
* extension[konversi].value[x] only string
* extension[konversi] ^short = "Konversi kolom menurut columns.yaml"
* extension[aturan].value[x] 1..1
* extension[aturan].value[x] only string
* extension[aturan] ^short = "Aturan, daftar atau tetapan di baliknya, dengan versinya"
