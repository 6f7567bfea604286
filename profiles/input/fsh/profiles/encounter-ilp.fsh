Profile: EncounterIlp
Parent: Encounter
Id: encounter-ilp
Title: "Kunjungan"
Description: "Dasar semua kunjungan: satu kontak satu orang dengan satu tempat jejaring pada satu hari. Diagnosis penutup tidak diminta di sini: itu kebijakan puskesmas dan syarat platform."
* insert Terbitan
* insert Inggris([["Contact"]])
* ^abstract = true
* insert BertandaLingkungan
* obeys ilp-selesai
* meta.tag contains pencatatan 0..1
* meta.tag[pencatatan] from PencatatanVS (required)
* meta.tag[pencatatan].system 1..1
* meta.tag[pencatatan].system = Canonical(Pencatatan)
* meta.tag[pencatatan].code 1..1
* subject 1..1 MS
* subject only Reference(Patient)
* period 1..1 MS
* period.extension contains WaktuDiperkirakan named waktuDiperkirakan 0..1
* period.start 1..1 MS
* location 1..* MS
* serviceProvider 1..1 MS
* status MS
* class MS
* serviceType MS
* period.end MS
