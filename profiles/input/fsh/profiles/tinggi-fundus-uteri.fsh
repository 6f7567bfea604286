Profile: TinggiFundusUteri
Parent: Pengukuran
Id: tinggi-fundus-uteri
Title: "Tinggi fundus uteri"
Description: "Tinggi fundus uteri (TFU) menurut pita ukur, dalam sentimeter."
* insert Terbitan
* insert Inggris([["Fundal height"]])
* insert Diukur($loinc, 11881-0, exam, cm)
* insert JugaBerkode($anc-who, ANC.B8.DE105)
