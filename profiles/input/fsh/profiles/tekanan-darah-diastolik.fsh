Profile: TekananDarahDiastolik
Parent: Pengukuran
Id: tekanan-darah-diastolik
Title: "Tekanan darah diastolik"
Description: "Angka bawah tekanan darah, dalam mmHg. Sistolik dan diastolik dikirim terpisah, berpasangan pada kunjungan yang sama, sebagaimana playbook SATUSEHAT memintanya."
* insert Terbitan
* insert Inggris([["Diastolic blood pressure"]])
* insert Diukur($loinc, 8462-4, vital-signs, mm[Hg])
